import type { ReachedCloud } from './reach-cloud.ts'

/** The configuration of a client of AWS IoT's data plane: a core that runs alone has another endpoint for it. */
export const dataPlaneConfig = ({ core, config }: Pick<ReachedCloud, 'core' | 'config'>): ReachedCloud['config'] =>
  (core === undefined || core.cloudEndpoint !== undefined ? config : { ...config, endpoint: core.endpoints.https })
