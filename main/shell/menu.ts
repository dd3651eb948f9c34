import type { Menu } from "electron";

/**
 * The menu. On macOS copy and paste come from it; elsewhere the window needs none, and without one no accelerator
 * opens the developer tools or reloads a page in the middle of a step.
 */
export function setMenu(menu: typeof Menu, platform: NodeJS.Platform): void {
  const mac = menu.buildFromTemplate([{ role: "appMenu" }, { role: "editMenu" }, { role: "windowMenu" }]);
  menu.setApplicationMenu(platform === "darwin" ? mac : null);
}
