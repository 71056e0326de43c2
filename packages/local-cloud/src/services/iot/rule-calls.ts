import { ServiceException } from '@keg/aws-service'
import type { AwsServiceName, CallAws } from '@keg/local-iot'
import type { Ground } from '../../ground/ground.ts'
import { calledByForm } from './called-by-form.ts'
import { calledByJson } from './called-by-json.ts'
import { calledByRest } from './called-by-rest.ts'
import type { CalledService } from './called-service.ts'

/** The services that rules and streams call; functions are invoked without a request. */
const called: { readonly [Name in Exclude<AwsServiceName, 'lambda'>]: CalledService } = {
  cloudwatch: calledByJson({ signedAs: 'monitoring', target: 'GraniteServiceVersion20100801' }),
  dynamodb: calledByJson({ signedAs: 'dynamodb', target: 'DynamoDB_20120810', blobs: ['B', 'BS'] }),
  firehose: calledByJson({ signedAs: 'firehose', target: 'Firehose_20150804' }),
  kinesis: calledByJson({ signedAs: 'kinesis', target: 'Kinesis_20131202' }),
  logs: calledByJson({ signedAs: 'logs', target: 'Logs_20140328' }),
  s3: calledByRest,
  secretsmanager: calledByJson({ signedAs: 'secretsmanager', target: 'secretsmanager', blobs: ['SecretBinary'] }),
  sns: calledByForm,
  sqs: calledByJson({ signedAs: 'sqs', target: 'AmazonSQS' }),
  stepfunctions: calledByJson({ signedAs: 'states', target: 'AWSStepFunctions' }),
}

/**
 * Calls the services of this process for rules: their requests reach a service as the one endpoint would hand them on, without a client, a
 * signature or a socket. A service that is somewhere else, as DynamoDB's engine or another emulator, is then asked by the service itself.
 */
export function ruleCalls({ ask, region }: Pick<Ground, 'ask' | 'region'>): CallAws {
  return async ({ service, operation, input }, { roleArn, ruleName = 'iot' }) => {
    if (service === 'lambda') throw new TypeError('Rules invoke functions of this process, and call no operation of Lambda.')
    const { signedAs, request, output, read, error, errorNames } = called[service]
    try {
      const response = await ask(request(operation, input, placeholders(signedAs, region)), { roleArn, sessionName: ruleName })
      if (response.ok && read !== undefined) return await read(operation, response)
      const text = await response.text()
      if (!response.ok) throw error(response.status, text)
      return output(text)
    } catch (refusal) {
      throw refusal instanceof ServiceException ? named(refusal, errorNames) : refusal
    }
  }
}

function named(refusal: ServiceException, names: ReadonlyMap<string, string> = new Map()): ServiceException {
  const name = names.get(refusal.name)
  return name === undefined ? refusal : new ServiceException(name, refusal.statusCode, refusal.message)
}

/** What stands for a signature: it names the service, and engines want to see one. */
const placeholders = (signedAs: string, region: string) => ({
  'x-amz-date': '20260101T000000Z',
  authorization: `AWS4-HMAC-SHA256 Credential=keg/20260101/${region}/${signedAs}/aws4_request, SignedHeaders=host, Signature=0`,
})
