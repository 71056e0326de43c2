import { IoTClient, StartDetectMitigationActionsTaskCommand } from '@aws-sdk/client-iot'
import type { StartMitigation } from '../fleet/isolation.ts'

/** The API has times in seconds. */
const ABOUT_MS = 1000

/**
 * Starts a mitigation action. A violation is found by its profile, its behavior and when it began, not by its id: of an id AWS IoT knows no
 * resource, so that the role would have to be for those of any profile.
 *
 * @see https://docs.aws.amazon.com/iot/latest/apireference/API_StartDetectMitigationActionsTask.html
 */
export const iotMitigation = (actionName: string, client = new IoTClient()): StartMitigation =>
  async ({ violationId, securityProfileName, behaviorName, atMs }) => void await client.send(new StartDetectMitigationActionsTaskCommand({
    // The same for each try.
    taskId: violationId, clientRequestToken: violationId,
    target: { securityProfileName, behaviorName }, actions: [actionName],
    // It may be over by now.
    includeOnlyActiveViolations: false,
    violationEventOccurrenceRange: { startTime: new Date(atMs - ABOUT_MS), endTime: new Date(atMs + ABOUT_MS) },
  }))
