/** What a command prints, and how it ends: 0 answered, 1 answered with a no, 2 the question cannot be answered. */
export type Printed = { code: number; out: string; err: string }
