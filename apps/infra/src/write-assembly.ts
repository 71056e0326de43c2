import { renameSync, rmSync } from 'node:fs'

/** Where an assembly is written. */
export interface AssemblyPlace {
  readonly folder: string
  /** Somebody else has made the folder and looks into it: it is written as it stands. */
  readonly inPlace: boolean
}

/**
 * Has a folder written anew: beside it, and in its place once that has succeeded. So nothing of an earlier synthesis stays in it, as the
 * stacks of another stage, and one that is refused leaves the last that was good.
 */
export function writeAssembly({ folder, inPlace }: AssemblyPlace, synthesize: (outdir: string) => void): void {
  const next = inPlace ? folder : `${folder}.next`
  if (!inPlace) rmSync(next, { recursive: true, force: true })
  try {
    synthesize(next)
    if (inPlace) return
    rmSync(folder, { recursive: true, force: true })
    renameSync(next, folder)
  } finally {
    if (!inPlace) rmSync(next, { recursive: true, force: true })
  }
}
