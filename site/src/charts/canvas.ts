// The part of ECharts that this site uses, and one chart on the page.
import { BarChart, type BarSeriesOption, LineChart, type LineSeriesOption } from 'echarts/charts';
import { GridComponent, type GridComponentOption, TooltipComponent, type TooltipComponentOption } from 'echarts/components';
import { type ComposeOption, type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, GridComponent, TooltipComponent, SVGRenderer]);

export type Option = ComposeOption<BarSeriesOption | LineSeriesOption | GridComponentOption | TooltipComponentOption>;

export class Canvas {
  private readonly chart: EChartsType;
  private option: ((width: number) => Option) | null = null;

  constructor(private readonly holder: HTMLElement) {
    this.chart = init(holder, null, { renderer: 'svg' });
    let width = holder.clientWidth;
    new ResizeObserver(() => {
      if (holder.clientWidth === width || holder.clientWidth === 0) return;
      width = holder.clientWidth;
      this.chart.resize();
      this.redraw();
    }).observe(holder);
  }

  /** The option depends on the width: a phone has room for fewer labels. */
  draw(option: (width: number) => Option, height: number): void {
    this.option = option;
    if (this.holder.clientHeight !== height) {
      this.holder.style.height = `${height}px`;
      this.chart.resize();
    }
    this.redraw();
  }

  private redraw(): void {
    if (this.option) this.chart.setOption({ animation: false, ...this.option(this.holder.clientWidth) }, { notMerge: true });
  }
}
