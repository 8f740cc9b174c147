// The data dictionary, of which the page shows every topic, field and table.
import { array, count, fail, type Fields, object, span, text, unit } from './check';
import type { Dictionary, Field, PublishedAs, Topic } from './model';

/** What a JSON Schema of the dictionary allows, in words. */
function allowed(schema: Fields): string {
  if (Array.isArray(schema['enum'])) return schema['enum'].map(String).join(', ');
  if (schema['type'] === 'integer') return `whole number, ${String(schema['minimum'])} to ${String(schema['maximum'])}`;
  const longest = schema['maxLength'] === undefined ? '' : `, at most ${String(schema['maxLength'])} characters`;
  return schema['pattern'] === undefined ? `text${longest}` : `text${longest}, matching ${String(schema['pattern'])}`;
}

function options(schema: Fields): string[] {
  return Array.isArray(schema['enum']) ? schema['enum'].map(String) : [];
}

function field(name: string, value: unknown, example: unknown): Field {
  const schema = object(value, `the field ${name}`);
  return {
    name,
    title: text(schema['title'], `${name}.title`),
    description: text(schema['description'], `${name}.description`),
    values: allowed(schema),
    options: options(schema),
    example: example === undefined ? '' : String(example),
  };
}

/** What an event says beside its value, as a field like the others. */
function firstIn(longest: string): Field {
  const periods = ['week', 'month', 'year', 'ever'];
  const options = periods.slice(0, periods.indexOf(longest) + 1);
  if (options.length === 0) fail('first_in', 'a period');
  return {
    name: 'first_in',
    title: 'first in',
    description: 'The longest period in which this is the person\u2019s first event of the topic. So people of a month or a year can be counted, and nothing names them for longer than a week.',
    values: options.join(', '),
    options,
    example: longest,
  };
}

function table(value: unknown): PublishedAs {
  const fields = object(value, 'aggregate');
  return {
    table: text(fields['table'], 'aggregate.table'),
    title: text(fields['title'], 'aggregate.title'),
    period: span(fields['period'], 'aggregate.period'),
    dimensions: array(fields['dimensions'], 'aggregate.dimensions').map((each) => text(each, 'aggregate.dimensions')),
    sigma: count(fields['sigma'], 'aggregate.sigma'),
    threshold: count(fields['threshold'], 'aggregate.threshold'),
  };
}

function topic(value: unknown): Topic {
  const fields = object(value, 'a topic');
  const name = text(fields['topic'], 'topic.topic');
  const schema = object(fields['schema'], `${name}.schema`);
  const example = object(fields['example'] ?? {}, `${name}.example`);
  return {
    topic: name,
    level: text(fields['level'], `${name}.level`),
    title: text(fields['title'], `${name}.title`),
    why: text(fields['why'], `${name}.why`),
    period: unit(fields['period'], `${name}.period`),
    cap: count(fields['cap'], `${name}.cap`),
    fields: Object.entries(object(schema['properties'], `${name}.properties`)).map(([key, each]) =>
      field(key, each, example[key]),
    ).concat(fields['first_in'] === undefined ? [] : firstIn(text(fields['first_in'], `${name}.first_in`))),
    tables: array(fields['aggregate'], `${name}.aggregate`).map(table),
  };
}

export function parseDictionary(value: unknown): Dictionary {
  const fields = object(value, 'the data dictionary');
  return {
    version: count(fields['version'], 'version'),
    topics: array(fields['topics'], 'topics').map(topic),
  };
}
