import { type DestinationStream, type Logger, pino } from 'pino'

/** Where the program says what happened: one JSON object a line. Never a person's data, never what somebody typed. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>

export function openLog({ level, to }: { level: string; to?: DestinationStream }): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, to ?? pino.destination(2))
}
