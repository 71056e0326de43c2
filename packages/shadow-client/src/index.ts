export { computeDelta, mergeState } from './document/state.ts'
