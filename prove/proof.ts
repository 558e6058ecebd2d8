/** What a guarantee's module answers. `notes` say what N counts, and the first failures. */
export type Proved = { failures: number; notes?: string[] }
