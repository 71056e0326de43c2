import { isRecord, ServiceException } from '@keg/aws-service'
import type { Lambda } from '../lambda/lambda.ts'
import type { TriggerName, UserPool } from './user-pool.ts'

/** What a trigger is told. */
export interface TriggerEvent {
  /** As `PreSignUp_SignUp`; the trigger's name comes first. */
  readonly source: string
  readonly userName: string
  readonly clientId: string | undefined
  readonly request: object
  /** What the function may fill in. */
  readonly response: object
  /** Of the event. Default: `1`. */
  readonly version?: '1' | '2'
}

/**
 * Invokes the functions that a pool names as its triggers.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-identity-pools-working-with-aws-lambda-triggers.html
 */
export class Triggers {
  readonly #lambda: Lambda
  readonly #region: string

  constructor(lambda: Lambda, region: string) {
    this.#lambda = lambda
    this.#region = region
  }

  /**
   * The response that the trigger's function fills in; `undefined` where the pool has no such trigger.
   * Throws `ServiceException`: `UserLambdaValidationException` where the function fails, `InvalidLambdaResponseException` for an answer
   * that is no event.
   */
  async run(
    pool: UserPool, name: TriggerName, { source, userName, clientId, request, response, version = '1' }: TriggerEvent,
  ): Promise<Readonly<Record<string, unknown>> | undefined> {
    const functionArn = pool.settings.triggers[name]
    if (functionArn === undefined) return undefined
    const event = {
      version, region: this.#region, userPoolId: pool.id, userName,
      callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: clientId ?? 'CLIENT_ID_NOT_APPLICABLE' },
      triggerSource: source, request, response,
    }
    const { payload, functionError } = await this.#lambda.invoke(functionArn, JSON.stringify(event))
    const answer: unknown = JSON.parse(payload)
    if (functionError !== undefined) {
      const why = isRecord(answer) ? String(answer['errorMessage']) : payload
      throw new ServiceException('UserLambdaValidationException', 400, `${name} failed with error ${why}.`)
    }
    if (!isRecord(answer) || !isRecord(answer['response']))
      throw new ServiceException('InvalidLambdaResponseException', 400, `Unrecognizable lambda output for ${name}`)
    return answer['response']
  }
}
