package kz.intelligentplatforms.partners.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DataSourceConfiguration {

    /** The framework makes the pool from its settings; everybody gets it guarded. */
    @Bean
    static BeanPostProcessor dataSourceGuard() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool ? new GuardedDataSource(pool) : bean;
            }
        };
    }
}
