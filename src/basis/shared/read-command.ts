import { type ParseArgsConfig, parseArgs } from 'node:util'

type Read<Config extends ParseArgsConfig> = ReturnType<typeof parseArgs<Config & { strict: true }>>

/**
 * `parseArgs`, strict; an option that is given twice is refused as well, as it is in an address: nobody can tell which
 * one was meant. Throws what to tell.
 */
export function readCommand<Config extends ParseArgsConfig>(config: Config): Read<Config> {
  const { tokens, ...read } = parseArgs({ ...config, strict: true, tokens: true as const } as ParseArgsConfig & { tokens: true })
  const names = tokens.flatMap(token => (token.kind === 'option' ? [token.name] : []))
  const twice = names.find((name, i) => names.indexOf(name) < i)
  if (twice) throw new Error(`Chỉ nêu --${twice} một lần · Give --${twice} only once.`)
  return read as Read<Config>
}
