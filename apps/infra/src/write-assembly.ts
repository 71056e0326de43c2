import { renameSync, rmSync } from 'node:fs'

/**
 * Has a folder written anew: beside it, and in its place once that has succeeded. So nothing of an earlier synthesis stays in it, as the stacks of another stage, and one
 * that is refused leaves the last that was good.
 */
export function writeAssembly(folder: string, synthesize: (outdir: string) => void): void {
  const next = `${folder}.next`
  rmSync(next, { recursive: true, force: true })
  try {
    synthesize(next)
    rmSync(folder, { recursive: true, force: true })
    renameSync(next, folder)
  } finally {
    rmSync(next, { recursive: true, force: true })
  }
}
