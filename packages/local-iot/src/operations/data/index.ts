import { deleteConnection } from './delete-connection.ts'
import { deleteThingShadow } from './delete-thing-shadow.ts'
import { getConnection } from './get-connection.ts'
import { getRetainedMessage } from './get-retained-message.ts'
import { getThingConnectivityData } from './get-thing-connectivity-data.ts'
import { getThingShadow } from './get-thing-shadow.ts'
import { listNamedShadowsForThing } from './list-named-shadows-for-thing.ts'
import { listRetainedMessages } from './list-retained-messages.ts'
import { listSubscriptions } from './list-subscriptions.ts'
import { publish } from './publish.ts'
import { sendDirectMessage } from './send-direct-message.ts'
import { updateThingShadow } from './update-thing-shadow.ts'

/** The operations of the data plane, and the one of the control plane that looks at connections, by AWS's name. */
export const dataOperations = {
  DeleteConnection: deleteConnection,
  DeleteThingShadow: deleteThingShadow,
  GetConnection: getConnection,
  GetRetainedMessage: getRetainedMessage,
  GetThingConnectivityData: getThingConnectivityData,
  GetThingShadow: getThingShadow,
  ListNamedShadowsForThing: listNamedShadowsForThing,
  ListRetainedMessages: listRetainedMessages,
  ListSubscriptions: listSubscriptions,
  Publish: publish,
  SendDirectMessage: sendDirectMessage,
  UpdateThingShadow: updateThingShadow,
} as const
