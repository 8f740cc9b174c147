// What Grafana takes, from @grafana/schema, for what stands in a JSON file: there an enumeration is its value.
import type {
  Dashboard, FieldConfig, Panel, RowPanel, VariableModel,
} from '@grafana/schema/dist/esm/raw/dashboard/x/Dashboard_types.gen';
import type { GraphFieldConfig, TableFieldOptions, TableOptions } from '@grafana/schema';
import type { Options as TextOptions } from '@grafana/schema/dist/esm/raw/composable/text/panelcfg/x/TextPanelCfg_types.gen';
import type { Options as ChartOptions } from '@grafana/schema/dist/esm/raw/composable/timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen';
import type { SqliteQuery } from './panels.ts';

type Plain<T> =
  T extends string ? `${T}`
    : T extends number ? (`${T}` extends `${infer Value extends number}` ? Value : T)
      : T extends boolean | null | undefined ? T
        : T extends (infer One)[] ? Plain<One>[]
          : T extends object ? { [Key in keyof T]: Plain<T[Key]> }
            : T;

interface Of<Type extends string, Options, Custom> {
  type: Type;
  options: Options;
  fieldConfig: { defaults: Omit<FieldConfig, 'custom'> & { custom?: Custom }; overrides: unknown[] };
}

type Shape<Type extends string, Options, Custom> =
  Plain<Omit<Panel, 'type' | 'options' | 'fieldConfig' | 'targets'> & Of<Type, Options, Custom>>;

export type Chart = Shape<'timeseries', ChartOptions, GraphFieldConfig> & { targets: SqliteQuery[] };
export type Table = Shape<'table', TableOptions, Partial<TableFieldOptions>> & { targets: SqliteQuery[] };
export type Text = Plain<Omit<Panel, 'options'>> & { options: Plain<TextOptions> };
export type Row = Plain<RowPanel>;
export type Whole = Plain<Omit<Dashboard, 'panels' | 'templating'>>
  & { panels: unknown[]; templating?: { list: Plain<VariableModel>[] } };
