package fr.terrain;

import static io.restassured.RestAssured.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The probes of k8s/ ask paths that the running application answers. */
@QuarkusTest
class KubernetesProbesTest {
    @Test
    void everyProbeIsAnswered() {
        Container container = Manifests.get(Deployment.class, "terrain")
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst();
        List<String> paths = Stream.of(
                        container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe())
                .map(probe -> probe.getHttpGet().getPath())
                .toList();
        assertEquals(List.of("/q/health/started", "/q/health/live", "/q/health/ready"), paths);
        paths.forEach(path -> assertEquals(200, get(path).statusCode(), path));
    }
}
