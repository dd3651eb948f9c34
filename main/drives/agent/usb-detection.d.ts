// An optional dependency: its own types are missing where it could not be installed.
declare module "usb-detection" {
  interface Detection {
    on(event: "change", listener: () => void): void;
    startMonitoring(): void;
  }
  const detection: Detection;
  // biome-ignore lint/style/noDefaultExport: a CommonJS module is one default export
  export default detection;
}
