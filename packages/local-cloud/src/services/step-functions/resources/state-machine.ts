import { readFile } from 'node:fs/promises'
import { allStates, parseDefinition, TOKEN_PATTERN, waitsForToken } from '../definition.ts'
import { isTaskResource } from '../tasks/run-task.ts'
import {
  document, ignored, map, object, oneOf, refused, required, text, type PropertiesOf, type PropertyTable,
} from '../../../ground/property.ts'
import { replacement, resource, type CreatedResource, type ResourceContext } from '../../../ground/resource.ts'
import { stepFunctions } from '../name.ts'
import type { StepFunctions } from '../step-functions.ts'
import { tags } from '../../../ground/tags.ts'

const machineProperties = {
  StateMachineName: text,
  StateMachineType: oneOf('STANDARD', 'EXPRESS'),
  RoleArn: required(text),
  Definition: document,
  DefinitionString: text,
  DefinitionSubstitutions: map(text),
  DefinitionS3Location: object({ Bucket: required(text), Key: required(text), Version: refused('assets have no versions') }),
  LoggingConfiguration: ignored('executions that fail are in the log in any case'),
  TracingConfiguration: ignored('there is no tracing here'),
  EncryptionConfiguration: ignored('nothing is encrypted on this machine'),
  Tags: tags,
} satisfies PropertyTable

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html */
export const stepFunctionsStateMachine = resource('AWS::StepFunctions::StateMachine', {
  uses: { stepFunctions },
  properties: machineProperties,
  create: createMachine,
  // Executions that run go on as they began.
  update: (properties, { properties: before }, context) => {
    const isSame = properties.StateMachineName === before.StateMachineName && properties.StateMachineType === before.StateMachineType
    return isSame ? createMachine(properties, context) : replacement
  },
  remove: ({ ref }, { services }) => services.stepFunctions.remove(ref),
  status({ ref }, { services }) {
    const executions = services.stepFunctions.executions(ref)
    return { executions: executions.length, running: executions.filter(({ status }) => status === 'RUNNING').length }
  },
})

async function createMachine(
  properties: PropertiesOf<typeof machineProperties>,
  { services, ground, physicalName, arn, asset }: ResourceContext<{ readonly stepFunctions: StepFunctions }>,
): Promise<CreatedResource> {
  const { StateMachineType: type = 'STANDARD', DefinitionS3Location: location, DefinitionSubstitutions: substitutions = {} } = properties
  const file = location === undefined ? undefined : asset(location.Key)
  if (location !== undefined && file === undefined) throw new TypeError(`DefinitionS3Location ${location.Key} is no asset of this assembly`)
  const written = properties.DefinitionString
    ?? properties.Definition
    ?? (file === undefined ? undefined : await readFile(ground.assetPath(file.path), 'utf8'))
  if (written === undefined) throw new TypeError('One of Definition, DefinitionString and DefinitionS3Location is needed')
  const definitionText = written.replaceAll(/\$\{([A-Za-z0-9_]+)\}/g, (whole, name: string) => substitutions[name] ?? whole)
  const definition = parseDefinition(definitionText)
  for (const [name, state] of allStates(definition)) {
    if (type === 'EXPRESS' && waitsForToken(state)) {
      // As recorded of AWS. Also
      // https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-to-services-integration-patterns
      throw new TypeError(`Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: Express state machine does not support '${TOKEN_PATTERN}' service integration  at /States/${name}/Resource'`)
    }
    if (state.Type === 'Task' && !isTaskResource(String(state['Resource'])))
      throw new TypeError(`The resource ${String(state['Resource'])} of task ${name} is not emulated`)
  }
  const name = properties.StateMachineName ?? physicalName(80)
  const machineArn = arn('states', `stateMachine:${name}`)
  services.stepFunctions.create({ name, arn: machineArn, type, roleArn: properties.RoleArn, text: definitionText, definition })
  return { ref: machineArn, attributes: { Arn: machineArn, Name: name, StateMachineRevisionId: 'INITIAL' } }
}
