/** The text of a module that was bundled for the browser (`scripts/browser-module.mjs`). */
declare module '*?browser' {
  const script: string
  // biome-ignore lint/style/noDefaultExport: the bundler gives a module's text so
  export default script
}
