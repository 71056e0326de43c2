import { isRecord } from '@keg/aws-service'
import type { Lambda } from '../lambda/lambda.ts'

/** Where functions answer for custom resources on the endpoint: `/_custom-resources/{token}`. */
export const CUSTOM_RESOURCE_PREFIX = '/_custom-resources/'

/** How long CloudFormation waits unless the template says otherwise. */
const TIMEOUT_SEC = 3_600
/** When to tell whoever waits what is waited for. */
const TOLD_AFTER_MS = 10_000

/** What CloudFormation asks of a function; the addresses and ids of the request are added. */
export interface CustomResourceRequest {
  readonly RequestType: 'Create' | 'Update' | 'Delete'
  readonly ServiceToken: string
  readonly StackId: string
  readonly ResourceType: string
  readonly LogicalResourceId: string
  readonly PhysicalResourceId?: string
  readonly ResourceProperties: Readonly<Record<string, unknown>>
  readonly OldResourceProperties?: Readonly<Record<string, unknown>>
}

/** What a function answers for a custom resource. */
export interface CustomResourceAnswer {
  readonly physicalResourceId: string
  readonly data: Readonly<Record<string, unknown>>
}

/** What custom resources are made with. */
export interface CustomResourcesOptions {
  readonly region: string
  readonly lambda: Lambda
  readonly newId: () => string
  readonly log: (text: string) => void
}

interface Waiting {
  readonly answered: (answer: Readonly<Record<string, unknown>>) => void
}

/**
 * Custom resources that a function of the assembly makes. The function answers at an address of S3's, as in AWS, which functions that run
 * here reach on the one endpoint.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/crpg-ref.html
 */
export class CustomResources {
  readonly #options: CustomResourcesOptions
  /** By the token in the address, which nobody but the function knows. */
  readonly #waiting = new Map<string, Waiting>()

  constructor(options: CustomResourcesOptions) {
    this.#options = options
  }

  /** Asks the function, and waits for its answer. Rejects with its reason where it fails, and where no answer comes in time. */
  async request(request: CustomResourceRequest, timeoutSec = TIMEOUT_SEC): Promise<CustomResourceAnswer> {
    const { region, lambda, newId, log } = this.#options
    const token = newId()
    const { promise, resolve, reject } = Promise.withResolvers<Readonly<Record<string, unknown>>>()
    // The time may be over while the function still runs: that is told when it has ended.
    promise.catch(() => undefined)
    this.#waiting.set(token, { answered: resolve })
    const told = setTimeout(() => log(`Waiting for the answer of ${request.ServiceToken} for ${request.LogicalResourceId} (${request.RequestType}), at most ${timeoutSec} s.`), TOLD_AFTER_MS)
    const timer = setTimeout(
      () => reject(new Error('CloudFormation did not receive a response from your Custom Resource.')), timeoutSec * 1000,
    )
    try {
      const ResponseURL = `https://${responseHost(region)}/${token}`
      const { functionError, payload } = await lambda.invoke(
        request.ServiceToken, JSON.stringify({ ...request, ResponseURL, RequestId: newId() }),
      )
      // AWS would wait for the time-out: a function that has failed answers no more.
      if (functionError !== undefined) throw new Error(`${request.ServiceToken} failed: ${payload}`)
      const { Status, Reason, PhysicalResourceId, Data } = await promise
      if (Status !== 'SUCCESS')
        throw new Error(`Received response status [${String(Status)}] from custom resource. Message returned: ${String(Reason)}`)
      return { physicalResourceId: String(PhysicalResourceId), data: isRecord(Data) ? Data : {} }
    } finally {
      clearTimeout(told)
      clearTimeout(timer)
      this.#waiting.delete(token)
    }
  }

  /** Takes a function's answer. */
  async fetch(request: Request): Promise<Response> {
    const token = new URL(request.url).pathname.slice(CUSTOM_RESOURCE_PREFIX.length)
    const waiting = this.#waiting.get(token)
    if (waiting === undefined || request.method !== 'PUT') return new Response(null, { status: 403 })
    const answer: unknown = await request.json().catch(() => ({ Status: 'FAILED', Reason: 'The answer is no JSON.' }))
    waiting.answered(isRecord(answer) ? answer : { Status: 'FAILED', Reason: 'The answer is no object.' })
    return new Response(null)
  }
}

/** The bucket to which functions send what they answer to CloudFormation. */
function responseHost(region: string): string {
  return `cloudformation-custom-resource-response-${region.replaceAll('-', '')}.s3.amazonaws.com`
}
