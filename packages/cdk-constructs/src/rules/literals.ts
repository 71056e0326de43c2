import { isLiteral } from './substitution.ts'

/** What is wrong with a text that comes to a number; `undefined` where it is one, or not known yet. */
export const numberProblem = (text: string): string | undefined =>
  !isLiteral(text) || (text.trim() !== '' && Number.isFinite(Number(text)))
    ? undefined
    : `${JSON.stringify(text)} is no number; write one, or a template that comes to one`
