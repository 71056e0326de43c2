import type { RunningCloud } from '@keg/local-cloud'

/** The outputs of all stacks, each of which has names of its own. */
export const outputsOf = ({ outputs }: Pick<RunningCloud, 'outputs'>): Readonly<Record<string, string>> =>
  Object.assign({}, ...Object.values(outputs))
