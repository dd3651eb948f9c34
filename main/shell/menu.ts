import type { Menu } from "electron";

/**
 * Sets the menu. macOS needs it for copy and paste. Other systems get none, so that no accelerator opens the developer tools
 * or reloads the page during a step.
 */
export function setMenu(menu: typeof Menu, platform: NodeJS.Platform): void {
  const mac = menu.buildFromTemplate([{ role: "appMenu" }, { role: "editMenu" }, { role: "windowMenu" }]);
  menu.setApplicationMenu(platform === "darwin" ? mac : null);
}
