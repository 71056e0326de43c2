import { startProgram, type ProgramModule } from '../program.ts'

/** The program that comes with the device, which runs where there is no other one that can. Its version is the package's. */
export const builtIn: ProgramModule = { version: '0.1.0', startProgram }
