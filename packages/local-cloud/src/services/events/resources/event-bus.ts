import { ignored, required, text } from '../../../ground/property.ts'
import { replacement, resource } from '../../resource.ts'
import { tags } from '../../../ground/tags.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-eventbus.html */
export const eventsEventBus = resource('AWS::Events::EventBus', {
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
  create({ Name, Description }, { services: { eventBus: { rules } } }) {
    if (rules.hasBus(Name)) throw new TypeError(`Event bus ${Name} already exists.`)
    const { name, arn } = rules.putBus(Name, Description)
    return { ref: name, attributes: { Arn: arn, Name: name } }
  },
  update({ Name, Description }, { ref, attributes = {} }, { services }) {
    if (Name !== ref) return replacement
    services.eventBus.rules.putBus(ref, Description)
    return { ref, attributes }
  },
  remove: ({ ref }, { services }) => services.eventBus.rules.deleteBus(ref),
  status: ({ ref }, { services }) => ({ rules: services.eventBus.rules.rules(ref).length }),
  // It is kept, with its rules.
  restore: () => undefined,
})
