package fr.terrain.booking;

import fr.terrain.availability.Occurrence;
import fr.terrain.fee.UseClass;
import fr.terrain.site.Space;
import java.time.DayOfWeek;
import java.util.List;

/** What the pages of a draft show, one record a step. */
public final class DraftSteps {
    static final List<String> STEPS =
            List.of("Organisation et projet", "Lieu et dates", "Votre essai", "Relire, envoyer");

    private DraftSteps() {}

    static List<Occurrence> unfit(List<Occurrence> series) {
        return series.stream()
                .filter(one -> one.state() != Occurrence.State.FREE)
                .toList();
    }

    static List<Occurrence> free(List<Occurrence> series) {
        return series.stream()
                .filter(one -> one.state() == Occurrence.State.FREE)
                .toList();
    }

    /** The first step of a draft that exists: only its title may change. */
    public record TitlePage(Dossier dossier, String title, Trouble trouble) {
        public List<String> steps() {
            return STEPS;
        }
    }

    /** Place and dates, with the price of what is saved. */
    public record PlacePage(
            Dossier dossier,
            List<Space> offered,
            PlaceForm form,
            RequestStrip strip,
            List<Occurrence> series,
            String noFee,
            Trouble trouble) {
        public DayOfWeek[] weekdays() {
            return DayOfWeek.values();
        }

        /** The stretches of the series that are saved and cannot be had, or are given up. */
        public List<Occurrence> unfit() {
            return DraftSteps.unfit(series);
        }

        public List<Occurrence> free() {
            return DraftSteps.free(series);
        }

        public UseClass[] uses() {
            return UseClass.values();
        }

        public List<String> steps() {
            return STEPS;
        }
    }

    /** What is tried, and how. */
    public record ProjectPage(Dossier dossier, ProjectForm form, Trouble trouble) {
        public List<String> steps() {
            return STEPS;
        }

        public Technique[] techniques() {
            return Technique.values();
        }

        public List<Integer> levels() {
            return List.of(1, 2, 3, 4, 5, 6, 7, 8, 9);
        }
    }

    /** All that will be sent, and what stands against it. */
    public record SendingPage(Dossier dossier, Readiness.State state, Trouble trouble) {
        public List<String> steps() {
            return STEPS;
        }

        /** Whether hours are asked for, so that stretches can be given up one by one. */
        public boolean series() {
            return state.quote() != null && !state.quote().occurrences().isEmpty();
        }

        public List<Trouble.Stretch> stretches() {
            return state.collisions().stream().map(Trouble.Stretch::of).toList();
        }
    }
}
