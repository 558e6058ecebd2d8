export {
  decideMaker,
  decideMove,
  type MakerCode,
  type Movable,
  type MoveCode,
  notYours,
  permittedMoves,
  wrongState,
} from './decide-move.ts'
export { canMove, type Hands, type Move, moveOf, type StepTo, type Workflow, workflow } from './flow.ts'
export { type MoveForm, MoveForms } from './move-forms.tsx'
export { MoveHistory, type StepMade } from './move-history.tsx'
export { type CommentCode, readComment } from './read-comment.ts'
export { recordMove, recordUndo } from './record-move.ts'
export { type MoveWords, moveProblems } from './say-moves.ts'
export { decideUndo, type StepSince, type UndoCode, undoableMove } from './undo-move.ts'
