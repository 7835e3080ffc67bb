package fr.terrain.booking;

import fr.terrain.booking.NewBooking.ProjectSheet;
import fr.terrain.http.Faults;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;

/** The trial as it was typed: purpose, course, techniques, maturity, people, needs. */
public class ProjectForm {
    @RestForm
    public String version;

    @RestForm
    public String purpose;

    @RestForm
    public String protocol;

    @RestForm
    public List<String> techniques;

    @RestForm
    public String trl;

    @RestForm
    public String people;

    @RestForm
    public String needs;

    /** Where the button leads: on, or back to the list of requests. */
    @RestForm
    public String then;

    static ProjectForm of(Booking booking) {
        ProjectForm form = new ProjectForm();
        form.version = Integer.toString(booking.version());
        form.purpose = booking.project.purpose;
        form.protocol = booking.project.protocol;
        form.techniques = booking.project.techniques().stream().map(Enum::name).toList();
        form.trl = booking.project.trl == null ? "" : booking.project.trl.toString();
        form.people = booking.project.people == null ? "" : booking.project.people.toString();
        form.needs = booking.needs;
        return form;
    }

    ProjectSheet read(Booking booking, Faults faults) {
        return new ProjectSheet(
                booking.project.title,
                faults.text("purpose", purpose, Project.LONGEST_PURPOSE),
                faults.text("protocol", protocol, Project.LONGEST_PROTOCOL),
                faults.choices("techniques", techniques, Technique.class),
                faults.whole("trl", trl, 1, 9, "Choisissez un niveau de 1 à 9."),
                faults.whole("people", people, 1, 10_000, "Donnez un nombre de personnes, de 1 à 10 000."));
    }

    String readNeeds(Faults faults) {
        return faults.text("needs", needs, 4000);
    }

    public boolean uses(Technique technique) {
        return techniques != null && techniques.contains(technique.name());
    }

    public boolean ripe(int level) {
        return Integer.toString(level).equals(trl);
    }

    boolean waits() {
        return "plus-tard".equals(then);
    }
}
