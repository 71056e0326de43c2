/** Why operations are stored only, and which: what they keep shows in nothing but their own Get and List. */
export const storedOnly: readonly { readonly because: string; readonly operations: readonly string[] }[] = [
  {
    because: 'one listener serves all: no configuration of a domain changes who connects where',
    operations: [
      'CreateDomainConfiguration', 'DeleteDomainConfiguration', 'DescribeDomainConfiguration', 'ListDomainConfigurations',
      'UpdateDomainConfiguration',
    ],
  },
  {
    because: '`logLevel` of `createLocalIot` is what the log goes by; audits look at the options of version 2',
    operations: [
      'DeleteV2LoggingLevel', 'GetLoggingOptions', 'ListV2LoggingLevels', 'SetLoggingOptions', 'SetV2LoggingLevel',
    ],
  },
  { because: 'nothing is chosen by its tags', operations: ['ListTagsForResource', 'TagResource', 'UntagResource'] },
  {
    because: 'a billing group shows in the things of it, and in no bill',
    operations: ['DescribeBillingGroup', 'ListBillingGroups', 'UpdateBillingGroup'],
  },
]
