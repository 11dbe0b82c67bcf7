package kz.intelligentplatforms.partners.partner;

import java.util.List;
import kz.intelligentplatforms.partners.partner.PartnerPanel.Place;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The {@link PartnerPanel}s of all modules. */
@Component
public class PartnerPanels {

    private final List<PartnerPanel> panels;

    PartnerPanels(List<PartnerPanel> panels) {
        this.panels = panels;
    }

    /**
     * Adds what the panels of a place show.
     *
     * @return their fragments
     */
    public List<String> show(Place place, PartnerView partner, Model model) {
        var shown = panels.stream().filter(panel -> panel.place() == place).toList();
        shown.forEach(panel -> model.addAllAttributes(panel.model().apply(partner)));
        return shown.stream().map(PartnerPanel::fragment).toList();
    }
}
