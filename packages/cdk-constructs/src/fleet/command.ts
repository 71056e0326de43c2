import { ArnFormat, Resource, Stack, type IResource } from 'aws-cdk-lib'
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam'
import { CfnCommand } from 'aws-cdk-lib/aws-iot'
import type { Construct } from 'constructs'
import { TEXT } from '../device/limits.ts'
import { present } from '../device/present.ts'
import { Refusals } from '../device/refusals.ts'
import type { CommandPayload } from './command-payload.ts'
import { contentName } from './content-name.ts'

/** A command of AWS IoT, made here or elsewhere. */
export interface ICommand extends IResource {
  readonly commandId: string
  readonly commandArn: string
  /**
   * Lets somebody start the command on things of these names, which may hold `*`.
   *
   * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-remote-command-execution-start-monitor.html
   */
  grantStart(grantee: IGrantable, ...thingNames: readonly [string, ...string[]]): Grant
}

export interface CommandProps {
  /**
   * 64 letters, digits, `_` and `-` at most.
   *
   * @default - a name of the construct's path and of the payload: AWS IoT changes no payload, so that another one is another command
   */
  readonly commandId?: string
  /** 64 characters at most. @default - none */
  readonly displayName?: string
  /** @default - none */
  readonly description?: string
  readonly payload: CommandPayload
  /** Whether it is kept, and can't be started any more. @default false */
  readonly deprecated?: boolean
}

const LONGEST_ID = 64

abstract class CommandBase extends Resource implements ICommand {
  abstract readonly commandId: string
  abstract readonly commandArn: string

  grantStart(grantee: IGrantable, ...thingNames: readonly [string, ...string[]]): Grant {
    const things = thingNames.map((resourceName) => Stack.of(this).formatArn({ service: 'iot', resource: 'thing', resourceName }))
    return Grant.addToPrincipal({ grantee, actions: ['iot:StartCommandExecution'], resourceArns: [this.commandArn, ...things] })
  }
}

/**
 * What devices can be told to do once. They get it by MQTT; {@link ThingPolicy}'s `commands` lets them.
 *
 * @example
 * const reboot = new Command(this, 'Reboot', { payload: CommandPayload.fromObject({ kind: 'reboot' }) })
 * reboot.grantStart(handler, 'keg-*')
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-remote-command.html
 */
export class Command extends CommandBase {
  readonly commandId: string
  readonly commandArn: string

  /** A command that is there. */
  static fromCommandId(scope: Construct, id: string, commandId: string): ICommand {
    return new ImportedCommand(scope, id, commandId)
  }

  constructor(scope: Construct, id: string, { displayName, description, deprecated, ...props }: CommandProps) {
    super(scope, id)
    const refusals = new Refusals(this)
    refusals.text('commandId', props.commandId, TEXT.jobId)
    refusals.text('displayName', displayName, TEXT.commandDisplayName)
    refusals.text('description', description, TEXT.commandDescription)
    const payload = props.payload.bind(this, refusals)
    const { commandId = contentName(this, payload, LONGEST_ID) } = props
    const command = new CfnCommand(this, 'Command', present({
      commandId, displayName, description, deprecated, namespace: 'AWS-IoT', ...payload,
    }))
    this.commandId = command.ref
    this.commandArn = command.attrCommandArn
  }
}

class ImportedCommand extends CommandBase {
  readonly commandId: string
  readonly commandArn: string

  constructor(scope: Construct, id: string, commandId: string) {
    super(scope, id)
    this.commandId = commandId
    this.commandArn = Stack.of(scope).formatArn({
      service: 'iot', resource: 'command', resourceName: commandId, arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    })
  }
}
