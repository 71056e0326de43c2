import type { ReactNode } from 'react'
import { dateTimeOf } from './words.ts'

/** A moment in the words that it holds, for machines too; a moment that no date has is the words alone. */
export function Time({ atMs, children }: { readonly atMs: number; readonly children: ReactNode }) {
  const dateTime = dateTimeOf(atMs)
  return dateTime === undefined ? <span>{children}</span> : <time dateTime={dateTime}>{children}</time>
}
