// Which dashboards there are: one for each level, with a row for each topic.
import { DashboardBuilder, RowBuilder, type Dashboard } from '@grafana/grafana-foundation-sdk/dashboard';
import { detailOf, type Detail, type Dictionary, type Topic } from './dictionary.ts';
import { aboutNumbers, panelsOf, variableOf } from './panels.ts';

const titles = {
  basic: 'napari: people and systems',
  middle: 'napari: plugins',
  full: 'napari: commands and layers',
};

const detailsOf = (topic: Topic): Detail[] =>
  topic.aggregate.map((table) => detailOf(topic, table)).filter((detail) => detail !== undefined);

function dashboardOf(level: Topic['level'], topics: Topic[]): Dashboard {
  const builder = new DashboardBuilder(titles[level])
    .uid(`napari-telemetry-${level}`)
    .description('Published numbers of napari telemetry. Made by deploy/grafana/generate from the data dictionary.')
    .tags(['napari', 'telemetry'])
    .readonly()
    .timezone('utc')
    .weekStart('monday')
    .time({ from: 'now-2y', to: 'now' })
    .withPanel(aboutNumbers());
  for (const topic of topics) {
    for (const detail of detailsOf(topic)) builder.withVariable(variableOf(topic, detail));
    builder.withRow(new RowBuilder(`${topic.title}. ${topic.why}`));
    for (const table of topic.aggregate) {
      for (const panel of panelsOf(topic, table)) builder.withPanel(panel);
    }
  }
  return builder.build();
}

/** Name of the file and what is in it. */
export function dashboards({ topics }: Dictionary): Map<string, Dashboard> {
  const levels = ['basic', 'middle', 'full'] as const;
  return new Map(levels.map((level) =>
    [`${level}.json`, dashboardOf(level, topics.filter((topic) => topic.level === level))]));
}
