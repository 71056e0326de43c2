import type { Service } from '../ground/service.ts'

/** A service before it is loaded. */
export interface ServiceEntry {
  /** The names that requests to it are signed for. Default: its own. */
  readonly signedAs?: readonly string[]
  /** How the CloudFormation types that are its own begin. */
  readonly types: readonly string[]
  readonly load: () => Promise<{ readonly service: Service }>
}

/** Every service, a line each. */
export const services = {
  cloudformation: { signedAs: [], types: ['AWS::CDK', 'AWS::CloudFormation'], load: () => import('./cloudformation/service.ts') },
  cognito: { signedAs: ['cognito-idp'], types: ['AWS::Cognito', 'Custom::DescribeCognitoUserPoolClient'], load: () => import('./cognito/service.ts') },
  'http-api': { signedAs: [], types: ['AWS::ApiGatewayV2', 'AWS::Lambda::Url'], load: () => import('./http-api/service.ts') },
  iam: { types: ['AWS::IAM'], load: () => import('./iam/service.ts') },
  iot: { signedAs: ['iot', 'iotdata', 'iotdevicegateway', 'iot-jobs-data'], types: ['AWS::IoT'], load: () => import('./iot/service.ts') },
  lambda: { types: ['AWS::Lambda'], load: () => import('./lambda/service.ts') },
  ssm: { types: ['AWS::SSM'], load: () => import('./ssm/service.ts') },
  sts: { types: [], load: () => import('./sts/service.ts') },
} as const satisfies Readonly<Record<string, ServiceEntry>>

const entries = new Map<string, ServiceEntry>(Object.entries(services))

/** Loads a service by its name. Throws for one that there is not. */
export async function loadService(name: string): Promise<Service> {
  const entry = entries.get(name)
  if (entry === undefined) throw new TypeError(`There is no service ${name}.`)
  return (await entry.load()).service
}

/** The name of each service by the names that requests to it are signed for. */
export const bySigningName: ReadonlyMap<string, string> = new Map([...entries].flatMap(([name, { signedAs = [name] }]) => signedAs.map((signing) => [signing, name] as const)))
