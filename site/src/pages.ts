// What the written pages gain with JavaScript. Nothing is fetched: all of it is in the page.
import { takeAlong } from './pages/address';
import { controlFigures } from './pages/controls';
import { offerLanguage, writeNumbers } from './pages/language';
import { makePluginsSearchable } from './pages/plugins';
import { readNumbers } from './pages/readout';

takeAlong();
offerLanguage();
writeNumbers();
const plugins = document.querySelector<HTMLTableElement>('#plugins');
if (plugins) makePluginsSearchable(plugins);
readNumbers();
const controls = document.querySelector<HTMLFormElement>('#controls');
if (controls) controlFigures(controls);
document.documentElement.dataset['ready'] = 'true';
