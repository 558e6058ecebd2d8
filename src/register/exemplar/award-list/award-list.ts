import type { Problem } from '../../../basis/shared/outcome.ts'
import { type Movable, type Move, workflow } from '../../../platform/workflow/index.ts'
import type { ExemplarKind, RecognitionForm, RecognitionLevel } from '../exemplar.ts'
import type { AwardColumn } from './columns.ts'
import type { AwardListCode } from './problem-words.ts'

/** So many recognitions are taken in by one file. */
export const most_lines = 5_000

export type AwardListState = 'faulty' | 'waits' | 'confirmed' | 'rejected' | 'withdrawn' | 'undone'
export type AwardListMaker = 'sender' | 'second' | 'either'

/**
 * Who takes a list further: whoever sent it puts forward, a second person recognises; what it recognised is taken back
 * by either of them as a whole, with a reason. Lists are seen and sent by those alone who recognise.
 */
const moves = {
  send: { from: [null], to: 'waits', by: 'sender', act: 'nominate' },
  confirm: { from: ['waits'], to: 'confirmed', by: 'second', act: 'recognise' },
  reject: { from: ['waits'], to: 'rejected', by: 'second', act: 'recognise', comment: 'required' },
  withdraw: { from: ['waits', 'faulty'], to: 'withdrawn', by: 'sender', act: 'nominate' },
  undo: { from: ['confirmed'], to: 'undone', by: 'either', act: 'nominate', comment: 'required' },
} satisfies Record<string, Move<AwardListState, AwardListMaker>>

export type AwardListMove = keyof typeof moves
export const award_list_flow = workflow('exemplar', {
  moves,
  makers: { sender: 'own', second: 'others', either: 'either' },
  object: 'award-list',
})
/** What is done with a list that was sent. */
export const list_moves = ['confirm', 'reject', 'withdraw', 'undo'] as const
export type ListMove = (typeof list_moves)[number]

/** Whose a list is, where, and how it stands: what a move of it is decided by. */
export function movable({ unit_id, uploaded_by, state }: { unit_id: number; uploaded_by: number; state: AwardListState }): Movable {
  return { unit_id, hands: [uploaded_by], state }
}

/** A line as its cells say it; `row` counts from 1, as Excel does. Of a day that is none the text stays. */
export type AwardLine = { row: number } & Record<AwardColumn, string>

/** A line that may be written: who is recognised, for what, how, and by which instrument. */
export type Award = {
  row: number
  kind: ExemplarKind
  field: string
  name: string
  place: string
  place_id: number
  achievement: string
  level: RecognitionLevel
  form: RecognitionForm
  number: string
  signed_on: string
  issuer: string
  title: string
  /** Whom the register has already, and who that is, where it knows a person. */
  exemplar_id: number | null
  person_id: number | null
}

/** Whom a line is about: who has one name and is of one kind in one place is one exemplar. */
export function exemplarOf({ kind, place_id, name }: Award): string {
  return JSON.stringify([kind, place_id, name.toLowerCase()])
}

/** By which instrument a line is. */
export function instrumentOf({ number, issuer, signed_on }: Award): string {
  return JSON.stringify([number, issuer, signed_on])
}

/** What is wrong with a cell; `column` counts from 0. */
export type AwardFault = Problem<AwardListCode> & { row: number; column: number }

/** Where the table of a list stands, and which column says what. */
export type TablePlace = { sheet: number; header: { texts: string[]; row: number }; columns: Partial<Record<AwardColumn, number>> }
