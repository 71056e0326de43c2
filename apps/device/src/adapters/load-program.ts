import { pathToFileURL } from 'node:url'
import { DeviceError } from '../errors/device-error.ts'
import type { ProgramModule } from '../program.ts'

/** Imports a program from a file. Rejects with what it throws, or a DeviceError `BAD_FIRMWARE` where it is none. */
export async function loadProgram(path: string): Promise<ProgramModule> {
  const module: unknown = await import(/* @vite-ignore */ pathToFileURL(path).href)
  if (!isProgram(module)) throw new DeviceError('BAD_FIRMWARE', 'the firmware does not export a text `version` and a function `startProgram`')
  const { version, startProgram } = module
  return { version, startProgram }
}

/** As far as can be seen from outside: what the function does shows on trial. */
const isProgram = (module: unknown): module is ProgramModule =>
  typeof module === 'object' && module !== null && 'version' in module && typeof module.version === 'string'
  && 'startProgram' in module && typeof module.startProgram === 'function'
