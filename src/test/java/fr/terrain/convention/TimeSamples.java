package fr.terrain.convention;

import java.util.Arrays;

/** Prints how long a convention takes, warm, on one thread: assembly, PDF, and milliseconds a page. */
final class TimeSamples {
    private TimeSamples() {}

    public static void main(String[] none) {
        ConventionText text = new ConventionText();
        ConventionInputs inputs = ConventionSamples.publicDomain();
        int rounds = 200;
        double[] assembly = new double[rounds], pdf = new double[rounds], html = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            AssembledConvention convention = text.assemble(inputs);
            long assembled = System.nanoTime();
            convention.pdf();
            long printed = System.nanoTime();
            convention.html();
            assembly[i] = (assembled - start) / 1e6;
            pdf[i] = (printed - assembled) / 1e6;
            html[i] = (System.nanoTime() - printed) / 1e6;
        }
        print("assembly", assembly);
        print("pdf", pdf);
        print("html", html);
    }

    private static void print(String name, double[] times) {
        double[] warm = Arrays.copyOfRange(times, times.length / 2, times.length);
        Arrays.sort(warm);
        System.out.printf(
                "%-9s median %.1f ms, least %.1f ms, p95 %.1f ms%n",
                name, warm[warm.length / 2], warm[0], warm[warm.length * 95 / 100]);
    }
}
