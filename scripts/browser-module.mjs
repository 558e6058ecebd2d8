// A module for the browser, whole in one file: `import script from './main.ts?browser'` gives its text. The packages it
// is made of are there to build with, not to run with.
const asked = /\?browser$/

/** Bundles what is asked for with `?browser`, minified; each once. */
export function browserModules() {
  const made = new Map()
  return {
    name: 'browser-modules',
    enforce: 'pre',
    async load(id) {
      if (!asked.test(id)) return null
      const entry = id.replace(asked, '')
      if (!made.has(entry)) made.set(entry, bundled(entry))
      return `export default ${JSON.stringify(await made.get(entry))}`
    },
  }
}

async function bundled(entry) {
  const { build } = await import('vite')
  const [{ output }] = [
    await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      build: {
        write: false,
        minify: true,
        target: 'es2022',
        modulePreload: false,
        rollupOptions: { input: entry, treeshake: { moduleSideEffects: false }, output: { format: 'es', codeSplitting: false } },
      },
    }),
  ].flat()
  return output.find(chunk => chunk.type === 'chunk').code
}
