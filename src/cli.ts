import { listMigrations } from './database/index.ts'

/** The command line. Only `migrations` is there yet: it lists what this version would apply. */
export async function run(args: string[]): Promise<void> {
  if (args[0] === 'migrations') for (const { number, name, sha256 } of listMigrations()) console.log(number, name, sha256)
  else {
    console.error('neu-guong: the only command of this version is «migrations».')
    process.exitCode = 2
  }
}
