import { ignored, required, text } from '../../../ground/property.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import { events } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-eventbus.html */
export const eventsEventBus = resource('AWS::Events::EventBus', {
  uses: { events },
  properties: {
    Name: required(text),
    Description: text,
    EventSourceName: ignored('there are no partners here'),
    Policy: ignored('policies of buses are not enforced'),
    KmsKeyIdentifier: ignored('nothing is encrypted on this machine'),
    DeadLetterConfig: ignored('it is for what could not be decrypted'),
    LogConfig: ignored('what is not delivered is in the log in any case'),
    Tags: tags,
  },
  create({ Name, Description }, { services: { events: { rules } } }) {
    if (rules.hasBus(Name)) throw new TypeError(`Event bus ${Name} already exists.`)
    const { name, arn } = rules.putBus(Name, Description)
    return { ref: name, attributes: { Arn: arn, Name: name } }
  },
  update({ Name, Description }, { ref, attributes = {} }, { services: { events: { rules } } }) {
    if (Name !== ref) return replacement
    rules.putBus(ref, Description)
    return { ref, attributes }
  },
  remove: ({ ref }, { services: { events: { rules } } }) => rules.deleteBus(ref),
  status: ({ ref }, { services: { events: { rules } } }) => ({ rules: rules.rules(ref).length }),
  // It is kept, with its rules.
  restore: () => undefined,
})
