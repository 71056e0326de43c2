import {
  CommandApi, knows, LiveAuthorizer, onThings, publishes, readsStore, sendsTo, type HandlerGrant,
} from '@keg/cdk-constructs'
import type { Grant, Route } from '@keg/flows'
import { command } from '@keg/message-schemas/keg'
import { CfnOutput, Stack } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import type { Construct } from 'constructs'
import { acknowledge, ofApi } from '../acknowledged.ts'
import { apiHandler } from '../entries.ts'
import type { FleetStack } from './fleet-stack.ts'
import type { IngestStack } from './ingest-stack.ts'
import { keepsRequests, writesCommands } from './keeps-requests.ts'
import { kegGroup } from '../names.ts'
import {
  cancelsJobs, countsThings, listsJobs, readsGroups, readsJobs, readsPolicies, readsViolations, searchesThings,
} from './reads-fleet.ts'
import { disconnectsKegs, revokesKegs } from './revokes-kegs.ts'
import type { KegStackProps, StateStack } from '../state-stack.ts'

/** What an {@link ApiStack} takes. */
export interface ApiStackProps extends KegStackProps {
  readonly state: StateStack
  readonly ingest: IngestStack
  readonly fleet: FleetStack
  readonly routes: readonly Route[]
}

/** The HTTP API of the map's routes, and who lets pages in to what kegs send. */
export class ApiStack extends Stack {
  /** Called by the page at its own origin, so that no CORS lets others in. */
  readonly http: HttpApi
  /** By which name pages are let in to what kegs send. */
  readonly authorizerName: string

  constructor(scope: Construct, id: string, { stage, state, ingest, fleet, routes, ...props }: ApiStackProps) {
    super(scope, id, props)
    const { ledger, readings, presence, signIn } = state
    this.authorizerName = `keg-${stage}-live`
    const tokens = [knows('TOKEN_ISSUER', signIn.issuer), knows('TOKEN_CLIENTS', signIn.clientIds.join(','))]
    const iotArn = this.formatArn({ service: 'iot', resource: 'x' }).replace(/:x$/, '')
    new LiveAuthorizer(this, 'Live', {
      authorizerName: this.authorizerName, handler: { entry: apiHandler('live-authorizer'), grants: [...tokens, knows('IOT_ARN', iotArn)] },
    })
    const grants: Record<Grant, HandlerGrant> = {
      readStore: readsStore(ledger),
      keepRequests: keepsRequests(ledger),
      readReadings: readsStore(readings, 'READINGS_TABLE_NAME'),
      readPresence: readsStore(presence, 'PRESENCE_TABLE'),
      readShadow: onThings('iot:GetThingShadow'),
      writeShadow: onThings('iot:UpdateThingShadow'),
      readRegistry: onThings('iot:DescribeThing'),
      endSwaps: (handler) => void ingest.swaps.machine.grant(handler, 'states:SendTaskSuccess', 'states:SendTaskFailure'),
      writeCommands: writesCommands(ledger),
      countKegs: countsThings(kegGroup(stage)),
      searchKegs: searchesThings(kegGroup(stage)),
      readPolicies: readsPolicies,
      listJobs: listsJobs,
      readJobs: readsJobs,
      cancelJobs: cancelsJobs,
      // The profile is called as the group is.
      readViolations: readsViolations(kegGroup(stage)),
      readGroups: readsGroups(kegGroup(stage)),
      revokeKegs: revokesKegs(fleet.serials, kegGroup(stage)),
      disconnectKegs: disconnectsKegs,
      publishCommands: publishes(command.topic.text),
      replay: sendsTo(ingest.replayQueues, 'REPLAY_QUEUES'),
    }
    const api = new CommandApi(this, 'Http', {
      description: 'Reads the ledger, commands kegs', grants, jwt: { checkedBy: 'each handler, whose refusals are problem documents' },
      routes: routes.map(({ handler, access, ...route }) => ({
        ...route,
        handler: { entry: apiHandler(handler), grants: [...tokens, ...(access.of === 'keg' ? [grants.readRegistry] : [])] },
      })),
    })
    this.http = api.api
    new CfnOutput(this, 'ApiUrl', { value: api.url })
    new CfnOutput(this, 'LiveAuthorizerName', { value: this.authorizerName })
    acknowledge(this, ofApi)
  }
}
