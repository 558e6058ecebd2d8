// How long the functions and the files are: a mirror to look into, not a gate.
import { globSync, readFileSync } from 'node:fs'
import { parseSync, Visitor } from 'vite'

/** Measures src/ without its tests, from the project's folder; returns lines to print. */
export function sizes() {
  const files = globSync('src/**/*.{ts,tsx}').filter(path => !/\.test\.tsx?$/.test(path))
  const sources = files.map(path => ({ path, text: readFileSync(path, 'utf8') }))
  const lengths = sources.map(({ path, text }) => ({ what: path, lines: text.trimEnd().split('\n').length }))
  return [row('functions', sources.flatMap(functionsOf)), row('files', lengths)].flat()
}

function row(name, found) {
  const sorted = found.toSorted((a, b) => a.lines - b.lines)
  const at = share => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.lines ?? 0
  const worst = sorted
    .slice(-3)
    .reverse()
    .map(one => `${one.what} ${one.lines}`)
  return [`${name}: ${found.length}, median ${at(0.5)}, p90 ${at(0.9)} lines`, ...worst.map(one => `  ${one}`)]
}

/** Named functions and methods; the arrows inside them are part of them. */
function functionsOf({ path, text }) {
  const found = []
  const note = (name, node) => found.push({ what: `${path} ${name ?? '(unnamed)'}`, lines: linesBetween(text, node.start, node.end) })
  new Visitor({
    FunctionDeclaration: node => void note(node.id?.name, node),
    MethodDefinition: node => void note(node.key.name, node),
    VariableDeclarator: node =>
      void (/Function/.test(node.init?.type ?? '') && node.init.body.type === 'BlockStatement' && note(node.id.name, node.init)),
  }).visit(parseSync(path, text).program)
  return found
}

function linesBetween(text, start, end) {
  return text.slice(start, end).split('\n').length
}
