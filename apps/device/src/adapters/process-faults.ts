import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { KegEntry } from '../config.ts'
import { messageOf, stackOf } from '../errors/device-error.ts'
import type { LastEnd } from '../supervisor/supervisor.ts'

/** A keg's firmware as a stack names it, and where its fault is written. */
export interface FirmwarePlace {
  readonly firmware: string
  readonly faultFile: string
}

/** Where the firmware of kegs lies. */
export const firmwarePlaces = (kegs: readonly Pick<KegEntry, 'dataDir'>[]): readonly FirmwarePlace[] =>
  kegs.map(({ dataDir }) => ({ firmware: pathToFileURL(join(resolve(dataDir), 'firmware/')).href, faultFile: join(dataDir, 'fault.txt') }))

/** Writes down, for the next start, whose firmware stands in a stack, the innermost first; nobody's: nothing. */
export function blame(places: readonly FirmwarePlace[], stack: string, reason: string): void {
  for (const line of stack.split('\n')) {
    const place = places.find(({ firmware }) => line.includes(firmware))
    if (place !== undefined) return writeFileSync(place.faultFile, reason)
  }
}

/** Writes down whose firmware has thrown what ends the process. */
export const blameFor = (kegs: readonly KegEntry[]) => (error: unknown): void =>
  blame(firmwarePlaces(kegs), stackOf(error), messageOf(error))

/** What is known of how the last process ended: for each keg, whether by its firmware. Forgets it. */
export function lastEnds(kegs: readonly KegEntry[]): (kegId: string) => LastEnd | undefined {
  const faults = new Map<string, string>()
  for (const [index, { faultFile }] of firmwarePlaces(kegs).entries()) {
    const reason = read(faultFile)
    if (reason === undefined) continue
    faults.set(kegs[index]?.kegId ?? '', reason)
    rmSync(faultFile, { force: true })
  }
  return (kegId) => (faults.size === 0 ? undefined : { fault: faults.get(kegId) })
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // There is none but after a fault.
    return undefined
  }
}
