export { kegIdOf, type ManyKegsCommand } from './kegs.ts'
export { startManyKegs, type ManyKegs, type ManyKegsOptions } from './start.ts'
