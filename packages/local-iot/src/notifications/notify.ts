/** Publishes a message to a topic of SNS by a role. */
export type Notify = (topic: { readonly topicArn: string; readonly roleArn: string }, message: string) => Promise<void>
