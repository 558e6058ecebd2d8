// biome-ignore lint/suspicious/noExplicitAny: generated anew once the schema stands
export type DB = any
