/** The functions of rules that ask what is here; a rule with another one is refused when it is created. */
export const SERVED_FUNCTIONS: readonly string[] = ['aws_lambda', 'get_dynamodb', 'get_registry_data', 'get_secret', 'get_thing_shadow']
