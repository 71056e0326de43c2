import { credentialScope } from './credential-scope.ts'
import { takeDown, type Needed } from './permissions.ts'
import type { ResourceContext } from './resource.ts'
import { machine } from './machine.ts'
import { memoryShelves, type Shelves } from './shelf.ts'
import { StartedServices, type LoadService } from './started-services.ts'

interface TestContextOptions {
  /** Default: there are no services. */
  readonly load?: LoadService
  /** Default: empty ones. */
  readonly shelves?: Shelves
  readonly nowMs?: () => number
  /** Default: the last that has started stops first. */
  readonly stopOrder?: readonly string[]
}

/** Makes a context for the resource `Test/It`, to test a type without a cloud. `started` starts the services that `load` provides. */
export function testContext(
  { load, shelves = memoryShelves(), nowMs = () => 0, stopOrder }: TestContextOptions = {},
): { readonly context: ResourceContext; readonly started: StartedServices; readonly needed: Needed } {
  const [region, accountId] = ['us-east-1', '123456789012']
  const arn = (service: string, name: string) => `arn:aws:${service}:${region}:${accountId}:${name}`
  const none = async (name: string): Promise<never> => { throw new Error(`There is no service ${name} in this test`) }
  const started: StartedServices = new StartedServices(load ?? none, {
    ...machine, nowMs, newId: () => 'id', region, accountId, endpoint: 'http://127.0.0.1:4566', shelves, assembly: '/nowhere',
    directory: '/nowhere', watch: () => undefined, options: {}, deployed: Promise.resolve(), assetPath: (path) => path,
    openOrigin: async () => ({ endpoint: 'http://127.0.0.1:8080', close: async () => undefined }),
    log: () => undefined, arn, sleep: () => new Promise(() => undefined), deliver: async () => undefined, sendRecord: async () => undefined,
    emit: () => undefined, count: () => undefined, writeLines: () => undefined,
    async ask(request) {
      const fetch = await started.fetchOf(credentialScope(request)?.service ?? '')
      return fetch?.(request) ?? new Response(null, { status: 501 })
    },
  }, stopOrder)
  const { needs, needed } = takeDown()
  return {
    started, needed,
    context: {
      stackName: 'Test', logicalId: 'It', id: 'Test/It', type: 'AWS::Any::Type', constructPath: 'Test/It', region, accountId, services: {},
      ground: started.ground, needs, arn, applyNested: async () => ({}), asset: () => undefined, physicalName: () => 'Test-It-ABC',
    },
  }
}
