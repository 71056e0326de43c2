/**
 * Answers a path of a distribution in the place of its origin, as what this machine alone knows; `next` asks the origin all the same. The
 * answer gets the headers that every answer of the distribution gets.
 */
export type LocalAnswer = (request: Request, next: () => Promise<Response>) => Response | Promise<Response>

/** A distribution of Amazon CloudFront: an origin of its own on this machine. */
export interface RunningDistribution {
  readonly id: string
  /** The path of the resource in the CDK app. */
  readonly constructPath: string
  /** Where it answers, for example `http://127.0.0.1:8080/`. */
  readonly url: string
  /**
   * Has this machine answer a path in the place of the origin, for what AWS does not have. Pages of other origins are refused as at an API.
   * A later answer takes the place of an earlier one.
   *
   * @example
   * import { runAssembly } from '@keg/local-cloud'
   *
   * const cloud = await runAssembly('cdk.out')
   * cloud.distributions[0]?.mount('/local/bill', async () => Response.json(cloud.iot.usage()))
   */
  mount(path: string, answer: LocalAnswer): void
}
