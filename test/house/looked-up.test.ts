import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Expression, type Node, SyntaxKind } from 'typescript/unstable/ast'
import { isAsExpression, isBinaryExpression, isElementAccessExpression } from 'typescript/unstable/ast/is'
import { API, type Checker, type Type, TypeFlags } from 'typescript/unstable/sync'
import { expect, test } from 'vitest'
import { root, sources } from './tree.ts'

test('no object is asked by a name that may be any text, but by lookUp', () => {
  const paths = sources().map(({ path }) => path)
  expect(askedByAnyText(root, paths)).toEqual(['src/basis/shared/look-up.ts: table[name]'])
})

test('whichever way it is asked it is found; lists, and names that are known, are not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'looked-up-'))
  writeFileSync(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "strict": true, "lib": ["es2024"], "types": [] } }')
  writeFileSync(join(folder, 'offence.ts'), offence)
  try {
    const found = [
      'table[name]',
      'table[maybe!]',
      "words[name as 'nop']",
      'words[unread]',
      'name in words',
      "table['deed_' + name]",
      'table[own]',
    ]
    expect(askedByAnyText(folder, ['offence.ts'])).toEqual(found.map(asked => `offence.ts: ${asked}`))
  } finally {
    rmSync(folder, { recursive: true })
  }
})

const offence = `
declare const words: { nop: string; rut: string }, table: Record<string, string>, list: string[]
declare const name: string, maybe: string | undefined, known: 'nop' | 'rut', unread: any, at: number
export const held = [words[known], list[at], table.nop, 'nop' in words, list[name.length]]
export const asked = [table[name], table[maybe!], words[name as 'nop'], words[unread], name in words]
export function of<Own extends string>(own: Own) { table['deed_' + name] = ''; return table[own] }
`

/**
 * Where objects are asked by a text that no type limits: `table[name]`, read or written, `table[name as 'known']`,
 * `name in table`.
 */
function askedByAnyText(folder: string, paths: string[]): string[] {
  const api = new API({ cwd: folder })
  try {
    const { program, checker } = api.updateSnapshot({ openProjects: [join(folder, 'tsconfig.json')] }).getProjects()[0]!
    return paths.flatMap(path => {
      const file = program.getSourceFile(join(folder, path))!
      const asked = nodesIn(file).filter(node => asksByAnyText(node, checker))
      return asked.map(node => `${path}: ${node.getText(file)}`)
    })
  } finally {
    api.close()
  }
}

function nodesIn(node: Node): Node[] {
  const below: Node[] = []
  node.forEachChild(child => void below.push(child, ...nodesIn(child)))
  return below
}

function asksByAnyText(node: Node, checker: Checker): boolean {
  if (isElementAccessExpression(node))
    return mayBeAnyText(node.argumentExpression, checker) && !checker.isArrayLikeType(checker.getTypeAtLocation(node.expression)!)
  return isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.InKeyword && mayBeAnyText(node.left, checker)
}

/** What an assertion says of a text, nobody has looked at. */
function mayBeAnyText(name: Expression, checker: Checker): boolean {
  return isAsExpression(name) || isAnyText(checker.getTypeAtLocation(name)!, checker)
}

function isAnyText(type: Type, checker: Checker): boolean {
  if (type.isTypeParameter()) return isAnyText(checker.getBaseConstraintOfType(type) ?? checker.getStringType(), checker)
  if (type.isUnionType()) return type.getTypes()!.some(one => isAnyText(one, checker))
  return (type.flags & (TypeFlags.String | TypeFlags.TemplateLiteral | TypeFlags.Any)) !== 0
}
